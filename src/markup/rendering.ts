/** The door of markup for who renders what was parsed: without the parser, which takes as long to load as many pages to render. */
export { checkHtml, outputClasses, outputElements } from './output-rules.ts';
export type { Condition, ConditionKind, ParseContext, ParsedBody, PlaceholderUse } from './parsed-body.ts';
export { type Rendered, type RenderOptions, renderBody } from './render.ts';
export type { Section } from './text.ts';
