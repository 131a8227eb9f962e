/** As much of the browser's Trusted Types as is used here. */
interface Policy {
  createHTML(markup: string): string;
  createScriptURL(url: string): string;
}

interface PolicyFactory {
  createPolicy(name: string, rules: Policy): Policy;
}

let policy: Policy | undefined;

/**
 * Vouches for markup and addresses of scripts that this project has made itself, where a page lets nothing else pass
 * (`require-trusted-types-for 'script'`). Elsewhere it hands texts through.
 */
function trusted(): Policy {
  const rules: Policy = { createHTML: (markup) => markup, createScriptURL: (url) => url };
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  try {
    policy ??= trustedTypes?.createPolicy('descent-lab', rules) ?? rules;
  } catch {
    // The page allows no policy of this name, or no second one: what is refused then is refused where it is used.
    policy = rules;
  }
  return policy;
}

/** Markup made of a formula's tree: no text of other people's is in it. */
export const trustedMarkup = (markup: string): string => trusted().createHTML(markup);

/** The address of a worker's script. */
export const trustedScript = (url: string): string => trusted().createScriptURL(url);
