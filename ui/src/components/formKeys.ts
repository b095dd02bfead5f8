const fieldSelector =
  'input:not([type=hidden]):not(:disabled), textarea:not(:disabled), select:not(:disabled), button[type=submit]';

/** The fields within an element in their order, as far as Tab reaches them. */
export function fieldsOf(element: HTMLElement): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>(fieldSelector)].filter((node) => node.tabIndex >= 0);
}

/** Puts the focus into a field; what stands in it is ready to be typed over. */
export function enterField(field: HTMLElement | undefined): void {
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
}

/** The field that shows a refusal named by this path; of a group of fields, the first. */
export function fieldNode(form: HTMLElement, path: string): HTMLElement | undefined {
  const node = [...form.querySelectorAll<HTMLElement>('[data-path]')].find((found) => found.dataset['path'] === path);
  return node && !node.matches('[tabindex], input, textarea, select') ? (fieldsOf(node)[0] ?? node) : node;
}

/** A question that lies over the form has the keys for itself. */
export function isCovered(form: HTMLElement): boolean {
  const uppermost = [...document.querySelectorAll('[aria-modal=true]')].at(-1);
  return uppermost !== undefined && !uppermost.contains(form);
}

/**
 * Enter goes on like Tab, and past the last field does what is given; buttons and texts of several lines keep their own
 * Enter. False where Enter is left to the field.
 */
export function moveOn(element: HTMLElement, from: EventTarget, past?: () => void): boolean {
  if (!(from instanceof HTMLInputElement)) return false;
  // An option that the arrows have reached is taken by Enter; a list that is merely open is left.
  if (from.getAttribute('aria-expanded') === 'true' && from.hasAttribute('aria-activedescendant')) return false;
  const fields = fieldsOf(element);
  const next = fields[fields.indexOf(from) + 1];
  if (next) enterField(next);
  else past?.();
  return true;
}
