/** A short message in the corner, for what happened just now. */
import { addNotification } from 'decap-cms-core/dist/esm/actions/notifications';
import { store } from 'decap-cms-core/dist/esm/redux';

export function tell(message: string, type: 'success' | 'error' | 'info' = 'success'): void {
	store.dispatch(addNotification({ message, type, dismissAfter: type === 'success' ? 4000 : 12_000 }));
}
