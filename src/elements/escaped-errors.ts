/**
 * For tests: the errors that reached the page since the last call, which an element must never let happen.
 * Listening begins with the first import.
 */
export function takeEscapedErrors(): string[] {
  return escaped.splice(0);
}

const escaped: string[] = [];
window.addEventListener('error', (event) => escaped.push(event.message));
window.addEventListener('unhandledrejection', (event) => escaped.push(String(event.reason)));
