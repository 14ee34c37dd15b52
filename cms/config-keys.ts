/** The keys of the file that says how the editor of a team is run. Every label and hint is what a mistake is told with. */
import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { ID_PATTERN } from '../src/model/field.ts';

const text = (title: string, description: string) =>
	z.string().trim().min(1).max(500).meta({ title, description });

const place = (title: string, description: string) =>
	z.string().refine(isAbsolute, 'Expected a whole path that begins with /').meta({ title, description });

const wholeNumber = (title: string, description: string, least: number, most: number) =>
	z.number().int().min(least).max(most).meta({ title, description });

const hostName = z
	.string()
	.regex(
		/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/,
		'Expected a name such as editor.example, without https:// and port',
	)
	.meta({ title: 'Host name', description: 'As the browser asks for it, in small letters.' });

const siteAddress = (title: string) =>
	z
		.string()
		.refine(isSiteAddress, 'Expected an address such as https://handbook.example/')
		.meta({ title, description: 'Where readers find the site: the links of a release lead there.' });

const headerName = (title: string, description: string) =>
	z
		.string()
		.regex(/^[A-Za-z][A-Za-z0-9-]{0,60}$/, 'Expected the name of a header, such as X-Editor-Person')
		.meta({ title, description });

const personId = z
	.string()
	.regex(ID_PATTERN, 'Expected the id of a person: the name of a file in content/people, without .yaml')
	.meta({ title: 'Person', description: 'The id of somebody in content/people.' });

const identity = z
	.strictObject({
		proxy: z.ipv4('Expected an address such as 127.0.0.1').meta({
			title: 'Address of the proxy',
			description: 'Where nginx connects from. Only it is believed.',
		}),
		header: headerName('Header of the person', 'Holds the name of the person at the single sign-on.'),
		secretHeader: headerName('Header of the secret', 'Holds the secret that only nginx and the editor know.'),
		secretFile: place(
			'File of the secret',
			'At least 32 random characters; or leave the key out and set EDITOR_SECRET.',
		).optional(),
		people: z
			.record(z.string(), personId)
			.refine((people) => Object.keys(people).length > 0, 'Expected at least one person')
			.meta({
				title: 'People',
				description: 'One a line: name at the single sign-on, then id in content/people.',
			}),
	})
	.meta({ title: 'Single sign-on', description: 'Who tells the editor who somebody is.' });

const remote = z
	.strictObject({
		url: text('Address of the remote', 'As git takes it: git@git.example:team/handbook.git'),
		every: wholeNumber(
			'Seconds between two looks',
			'How often the remote is looked at.',
			5,
			86_400,
		).optional(),
		patience: wholeNumber('Patience in seconds', 'After which git is given up on.', 5, 3600).optional(),
	})
	.meta({ title: 'Remote', description: 'Another repository that everything is pushed to and pulled from.' });

export const configSchema = z.strictObject({
	repository: place('Repository', 'Folder of the bare repository; made when it is not there.'),
	from: text(
		'Where the repository comes from',
		'A clone or an address; needed once, when there is neither the repository nor a remote.',
	).optional(),
	releases: place('Releases', 'Folder of all releases; the web server serves what lies in its “current”.'),
	audit: place('Audit', 'File that a line is added to for every action.'),
	port: wholeNumber('Port', 'On 127.0.0.1, where nginx connects to.', 0, 65_535),
	hostNames: z.array(hostName).min(1).meta({
		title: 'Host names',
		description: 'The names the editor answers to, one a line, each after “- ”.',
	}),
	sites: z
		.strictObject({
			handbook: siteAddress('Address of the handbook'),
			public: siteAddress('Address of the public pages'),
		})
		.meta({ title: 'Sites', description: 'Where readers find each site.' }),
	registerKey: place(
		'Key of the registers',
		'PEM file of an Ed25519 key; or leave the key out and set REGISTER_KEY. Without either they are signed with the demonstration key.',
	).optional(),
	identity: identity.optional(),
	demonstrationSignIn: z
		.array(personId)
		.min(1)
		.meta({
			title: 'Demonstration sign-in',
			description: 'Who may sign in by a click, for a trial on this machine: ids of people, each after “- ”.',
		})
		.optional(),
	remote: remote.optional(),
});
export type ConfigKeys = z.output<typeof configSchema>;

function isSiteAddress(text: string): boolean {
	const url = URL.parse(text);
	return (
		url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search + url.hash === ''
	);
}
