/**
 * Where an address of the time when all experiments stood on one page leads: `#norms` and `?norms.p=3` to
 * `experiments/norms.html?p=3`. Undefined for others.
 */
export function newAddress(search: string, hash: string, names: readonly string[]): string | undefined {
  const settings = [...new URLSearchParams(search)].flatMap(([key, value]) => {
    const name = names.find((one) => key.startsWith(`${one}.`));
    return name ? [{ name, attribute: key.slice(name.length + 1), value }] : [];
  });
  const name = names.find((one) => hash === `#${one}`) ?? settings[0]?.name;
  if (name === undefined) return undefined;
  const own = settings.filter((one) => one.name === name);
  const query = new URLSearchParams(own.map(({ attribute, value }) => [attribute, value]));
  return `experiments/${name}.html${query.size > 0 ? `?${query}` : ''}`;
}
