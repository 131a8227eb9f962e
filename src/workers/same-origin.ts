/**
 * A worker's script must come from the page's own origin. Where a course page takes this library from elsewhere, a
 * script of the page's own does, which only imports the other.
 *
 * @param base what the URL is relative to: `import.meta.url` of who asks
 */
export function sameOrigin(url: string, base: string): string {
  const absolute = new URL(url, base);
  if (absolute.origin === location.origin) return absolute.href;
  return URL.createObjectURL(new Blob([`import ${JSON.stringify(absolute.href)};`], { type: 'text/javascript' }));
}
