// Stands in for `server-only`, which exists only inside Next's builds.
export {};
