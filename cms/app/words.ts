/** What Decap says in other words: plain, and about this product. Keys are Decap’s own. */
export const words = {
	collection: {
		sidebar: { collections: 'Content', searchAll: 'Search everything' },
		collectionTop: {
			newButton: 'New %{collectionLabel}',
			newButtonAriaLabel: 'New %{collectionLabel}',
		},
		entries: {
			loadingEntries: 'Loading …',
			cachingEntries: 'Loading …',
			longerLoading: 'This takes longer than usual',
			noEntries: 'Nothing here',
			unpublishedHeader: 'New, not published yet',
		},
	},
	editor: {
		editorControl: { field: { optional: 'optional' } },
		editorControlPane: {
			widget: {
				required: 'Enter %{fieldLabel}.',
				regexPattern: '%{fieldLabel}: %{pattern}.',
				range: '%{fieldLabel}: expected a number from %{minValue} to %{maxValue}.',
				min: '%{fieldLabel}: expected %{minValue} or more.',
				max: '%{fieldLabel}: expected %{maxValue} or less.',
			},
			i18n: {
				writingInLocale: 'Language: %{locale}',
				copyFromLocale: 'Copy the text of another language',
				copyFromLocaleConfirm:
					'Copy the text of %{locale} here? What stands here now is replaced, until you save only in this form.',
			},
		},
		editor: {
			onLeavePage: 'You have changes that are not saved. Leave without saving them?',
			loadingEntry: 'Opening …',
			confirmLoadBackup:
				'This browser kept changes that were not saved when you were last here. Take them up again? Cancel throws them away.',
		},
		editorInterface: {
			toggleI18n: 'Show another language beside this one',
			togglePreview: 'Show the preview',
			toggleScrollSync: 'Scroll the form and the preview together',
		},
	},
	mediaLibrary: {
		mediaLibraryModal: { noAssetsFound: 'No images yet.', noImagesFound: 'No images yet.', images: 'Images' },
	},
	ui: {
		toast: {
			onFailToLoadEntries: '%{details}',
			onFailToPersist: '%{details}',
			onFailToUpdateStatus: '%{details}',
			onFailToPublishEntry: '%{details}',
			missingRequiredField: 'Not saved: a field that is needed is empty. It is marked in the form.',
			entrySaved: 'Saved',
			entryPublished: 'Published',
			entryUpdated: 'Status changed',
			onDeleteUnpublishedChanges: 'The draft is discarded',
			onLoggedOut: 'Your session has ended. What you wrote is still in the form: sign in again and save',
			onBackendDown: 'The editing server does not answer. What you wrote is still in the form',
		},
		errorBoundary: {
			title: 'Something went wrong in the editor',
			details: 'Copy what you wrote below, then reload this page. ',
			reportIt: '',
			privacyWarning: '',
			recoveredEntry: {
				heading: 'What you wrote',
				warning: 'Copy it somewhere safe before you go on.',
				copyButtonLabel: 'Copy',
			},
		},
	},
};
