import type { Route } from 'next';

/** Who is here, where else they may go, and how they leave. */
export type UserMenuProps = {
  usuario: { id: number; nombre: string; rol: string };
  /** The way to the other area (`pasoA`). */
  paso?: { href: Route; label: string } | null | undefined;
  /** At the counter people take turns, and the screen locks by itself. */
  enMostrador?: boolean;
  /** The page came from the browser's own keep, without asking the server. */
  sinServidor?: boolean;
  /** Ends the session; a server action that redirects, or a function. */
  onSignOut: () => void | Promise<void>;
};
