import '../define';
import { offerRules } from './try-rules';

offerRules(document);

/** Gives every piece of code a button that copies it. */
for (const box of document.querySelectorAll('.code')) {
  const text = box.querySelector('code')!.textContent;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    await navigator.clipboard?.writeText(text).then(
      () => (button.textContent = 'Copied'),
      () => (button.textContent = 'Select and copy by hand'),
    );
  });
  box.append(button);
}
