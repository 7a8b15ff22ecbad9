/** Whether a key is meant for a list of links, marked by data-row. */
export function rowKeys(event: KeyboardEvent, on: boolean): boolean {
  const target = event.target as Element | null;
  return (
    on &&
    !event.defaultPrevented &&
    !event.ctrlKey &&
    !event.metaKey &&
    !event.altKey &&
    !target?.closest('input, textarea, select, dialog')
  );
}

/** Down by J or the arrow, up by K. */
export function moveAmong(event: KeyboardEvent): void {
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key] ?? 0;
  const all = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  if (step === 0 || all.length === 0) {
    return;
  }
  event.preventDefault();
  const at = all.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step));
  all[next]?.focus();
}

/** What a dialog is opened for has the focus, not the button that closes it. */
export function focused(field: HTMLElement): void {
  queueMicrotask(() => field.focus());
}
