/** The door of markup: reading, judging and writing the body of a document. Runs in Node and in a browser. */
export { judgeAddress } from './address.ts';
export type { BodyType, Component, Example, Refusal } from './component.ts';
export { type ComponentDocs, componentDocs, type PropDocs } from './docs.ts';
export { EXAMPLE_DAY, exampleFacts, exampleHref } from './example-facts.ts';
export { slug } from './heading-id.ts';
export { addressBelied } from './link-words.ts';
export * from './node.ts';
export { outlineBody, type Part, type Stretch } from './outline.ts';
export { checkHtml, outputClasses, outputElements } from './output-rules.ts';
export {
	type Condition,
	type ConditionKind,
	type ParseContext,
	type ParsedBody,
	type PlaceholderUse,
	parseBody,
} from './parse.ts';
export { placeholderName } from './placeholder-text.ts';
export { type Rendered, type RenderOptions, renderBody } from './render.ts';
export { shapeOf } from './shape.ts';
export type { Section } from './text.ts';
export { englishWords, markupWords, type WordKey } from './words.ts';
