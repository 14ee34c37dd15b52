/** What is new: releases with their changes, and a bulletin of each month for team meetings. */
import { type StaffRole, staffRoles } from '../../../model/applies-to.ts';
import { dayOf } from '../../../model/day-of.ts';
import type { PageInput, SiteInput } from '../../../release/site-input.ts';
import { sections } from '../sections.ts';
import { type Change, changes } from './changes.ts';
import { type Frame, frameOf } from './frame.ts';

/** Older releases are told by the bulletins. */
const RELEASES = 20;

export interface WhatsNewPage {
	frame: Frame;
	/** Of a working copy: what readers do not see yet. */
	unpublished: Change[];
	/** The newest first. */
	releases: { at: string; changes: Change[] }[];
	toDo: Change[];
	/** Months with releases, `2026-11`, the newest first. */
	months: string[];
	roles: { id: StaffRole; name: string }[];
	areas: { id: string; name: string; pilots: string[] }[];
	topics: { id: string; name: string }[];
}

export interface Bulletin {
	frame: Frame;
	month: string;
	mustAct: Change[];
	toKnow: Change[];
	minor: Change[];
}

/** The month in the United Kingdom, as the days of releases are. */
const monthOf = (at: string) => dayOf(at).slice(0, 7);

export const bulletinPath = (month: string) => `${sections['whats-new'].path}${month}/`;

export function whatsNewPage(input: SiteInput): PageInput[] {
	const { title, path } = sections['whats-new'];
	const all = changes(input);
	const published = all.filter((change) => change.published !== undefined);
	const moments = [...new Set(published.map((change) => change.published ?? ''))];
	const months = [...new Set(moments.map(monthOf))];
	const mentioned = (id: string) => all.some(({ topics }) => topics.includes(id));
	const frame = frameOf(input, { path, title, section: 'whats-new' });
	const data: WhatsNewPage = {
		frame,
		unpublished: all.filter((change) => change.published === undefined),
		releases: moments.slice(0, RELEASES).map((at) => ({
			at,
			changes: published.filter((change) => change.published === at),
		})),
		toDo: all.filter(({ actBy, withdrawn }) => !withdrawn && actBy !== undefined && actBy >= input.today),
		months,
		roles: Object.entries(staffRoles).map(([id, name]) => ({ id: id as StaffRole, name })),
		areas: frame.areas,
		topics: input.topics
			.filter(({ id }) => mentioned(id))
			.map(({ id, name }) => ({ id, name: name.en }))
			.sort((a, b) => a.name.localeCompare(b.name, 'en')),
	};
	return [{ path, data }, ...months.map((month) => bulletin(input, published, month))];
}

function bulletin(input: SiteInput, published: readonly Change[], month: string): PageInput {
	const path = bulletinPath(month);
	const ofMonth = published.filter(({ published = '' }) => monthOf(published) === month);
	const major = ofMonth.filter((change) => change.major);
	const data: Bulletin = {
		frame: frameOf(input, { path, title: 'Bulletin', section: 'whats-new', below: true }),
		month,
		mustAct: major.filter(({ roles }) => roles.length > 0),
		toKnow: major.filter(({ roles }) => roles.length === 0),
		minor: ofMonth.filter((change) => !change.major),
	};
	return { path, data };
}
