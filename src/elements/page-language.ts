import { setPageLocale } from '../words/words';

let observer: MutationObserver | undefined;

/** Numbers and plurals go by the language of the page, `<html lang>`, also when that changes. */
export function followPageLanguage(): void {
  const take = () => setPageLocale(document.documentElement.lang);
  if (observer) return;
  observer = new MutationObserver(take);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] });
  take();
}
