/** What runs in the page is typed as a browser, the rest as Node. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
