const made = new Map<string, string>();

/**
 * A worker's script must come from the page's own origin. Where a course page takes this library from elsewhere, a
 * script of the page's own does, which only imports the other; it is made once.
 *
 * @param base what the URL is relative to: `import.meta.url` of who asks
 */
export function sameOrigin(url: string, base: string): string {
  // Some bundlers leave in "where this module is" the place on the disk where they found it: what they made of it is beside the page.
  const { href, origin, protocol } = new URL(url, /^(https?|blob):/.test(base) ? base : document.baseURI);
  if (protocol === 'blob:' || origin === location.origin) return href;
  if (!made.has(href))
    made.set(href, URL.createObjectURL(new Blob([`import ${JSON.stringify(href)};`], { type: 'text/javascript' })));
  return made.get(href)!;
}
