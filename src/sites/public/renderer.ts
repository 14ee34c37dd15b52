/** The entry of this site: which pages it has, and how one is rendered. */
export { render } from '../shared/renderer.ts';
export { pages } from './pages.ts';
