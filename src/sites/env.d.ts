/// <reference types="astro/client" />

declare namespace App {
	interface Locals {
		// biome-ignore lint/suspicious/noExplicitAny: each page states the type of its own data
		page: any;
	}
}
