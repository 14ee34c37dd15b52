/** A field of Decap’s form with its issues under it. Stands in the place of Decap’s own, whose checks stay. */
import DecapWidget from 'decap-cms-core/dist/esm/components/Editor/EditorControlPane/Widget';
import { FieldIssues } from './field-issues.tsx';
import { entered, left } from './widget-places.ts';

export default class Widget extends DecapWidget {
	override componentDidMount() {
		super.componentDidMount?.();
		entered(this);
	}

	override componentWillUnmount() {
		left(this);
		super.componentWillUnmount?.();
	}

	override render() {
		return (
			<>
				{super.render()}
				<FieldIssues widget={this} />
			</>
		);
	}
}
