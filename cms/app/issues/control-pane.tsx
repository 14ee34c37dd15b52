/** Decap’s form with what an editor has to know before changing anything above it. Stands in the place of Decap’s own. */
import DecapControlPane from 'decap-cms-core/dist/esm/components/Editor/EditorControlPane/EditorControlPane';
import { panes } from './go-to-field.ts';
import { Summary } from './summary.tsx';

export default class ControlPane extends DecapControlPane {
	override componentDidMount() {
		super.componentDidMount?.();
		panes.push(this);
	}

	override componentWillUnmount() {
		panes.splice(panes.indexOf(this), 1);
		super.componentWillUnmount?.();
	}

	override render() {
		return (
			<>
				{this.props.onLocaleChange && <Summary />}
				{super.render()}
			</>
		);
	}
}
