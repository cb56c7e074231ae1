const PATIENCE = 3000;
const STEP = 150;

/**
 * After an act on a row the row may be gone, and with it the button to which the focus came back from the dialog. Then the
 * keyboard goes on in the page, not before its first element.
 */
export function keepFocus(): void {
  const until = Date.now() + PATIENCE;
  const look = () => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body)
      document.getElementById('main-content')?.focus({ preventScroll: true });
    else if (Date.now() < until) setTimeout(look, STEP);
  };
  setTimeout(look, STEP);
}
