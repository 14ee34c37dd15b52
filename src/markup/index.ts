/** The door of markup: reading, judging and writing the body of a document. Runs in Node and in a browser. */
export { judgeAddress } from './address.ts';
export { bodyOfEntry } from './body-of-entry.ts';
export type { BodyType, Component, Example, Refusal } from './component.ts';
export { type ComponentDocs, componentDocs, type PropDocs } from './docs.ts';
export { EXAMPLE_DAY, exampleFacts, exampleHref } from './example-facts.ts';
export { slug } from './heading-id.ts';
export { addressBelied } from './link-words.ts';
export * from './node.ts';
export { outlineBody, type Part, type Stretch } from './outline.ts';
export { parseBody } from './parse.ts';
export { placeholderName } from './placeholder-text.ts';
export * from './rendering.ts';
export { shapeOf } from './shape.ts';
export { englishWords, markupWords, type WordKey } from './words.ts';
