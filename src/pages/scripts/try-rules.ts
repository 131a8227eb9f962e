/** Gives every rule on a page a button that applies it to the page, and takes it away again. */
export function offerRules(page: Document): void {
  for (const rule of page.querySelectorAll('code.rule')) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rule.textContent);
    const button = page.createElement('button');
    button.type = 'button';
    button.className = 'try';
    button.textContent = 'Try';
    button.setAttribute('aria-label', `Try ${rule.textContent}`);
    button.setAttribute('aria-pressed', 'false');
    button.addEventListener('click', () => {
      const isOn = page.adoptedStyleSheets.includes(sheet);
      page.adoptedStyleSheets = isOn
        ? page.adoptedStyleSheets.filter((one) => one !== sheet)
        : [...page.adoptedStyleSheets, sheet];
      button.setAttribute('aria-pressed', String(!isOn));
    });
    rule.after(' ', button);
  }
}
