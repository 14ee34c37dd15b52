/** A channel: the way a communication reaches a victim. */
import { z } from 'zod';

export const channels = ['letter', 'email', 'phone', 'sms'] as const;
export type Channel = (typeof channels)[number];

export const channelSchema = z
	.enum(channels)
	.meta({ title: 'Channel', description: 'How the victim is told.' });

export const channelNames: Record<Channel, string> = {
	letter: 'Letter',
	email: 'Email',
	phone: 'Phone call',
	sms: 'Text message',
};
