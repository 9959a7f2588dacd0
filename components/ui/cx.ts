/** Joins class names and drops what is false, null or undefined. It does not resolve conflicts: the caller avoids them. */
export function cx(...parts: (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join(' ');
}
