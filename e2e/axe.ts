import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** The rules that depend on colours and widths, and take axe by far the most time. */
const LOOKS = ['color-contrast', 'scrollable-region-focusable'];

/** Which rules axe goes by: all, all but that of contrast, or those on what depends on a page's scheme and width. */
const RULES = {
  all: {},
  structure: { rules: { 'color-contrast': { enabled: false } } },
  looks: { runOnly: LOOKS },
};

/** What axe finds wrong with a page, and how many rules it kept. Nothing but violations is brought out of the page: all else took six times as long. */
export async function axe(
  page: Page,
  rules: keyof typeof RULES = 'all',
  exclude: readonly string[] = [],
): Promise<{ violations: string[]; passes: number }> {
  const builder = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'], ...RULES[rules] });
  for (const selector of exclude) builder.exclude(selector);
  const { violations, passes } = await builder.analyze();
  return {
    violations: violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join('; ')}`),
    passes: passes.length,
  };
}
