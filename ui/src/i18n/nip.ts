/** `198609262015051999` as people read it: `19860926 201505 1 999`. Anything else stays as it is. */
export function formatNip(nip: string): string {
  const parts = /^(\d{8})(\d{6})(\d)(\d{3})$/.exec(nip);
  return parts ? parts.slice(1).join(' ') : nip;
}
