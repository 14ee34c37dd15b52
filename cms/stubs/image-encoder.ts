/** In place of an encoder that runs in the browser: the editing server writes every image anew. */
export function encode(): never {
	throw new Error('Images are encoded by the editing server');
}

export const decode = encode;
