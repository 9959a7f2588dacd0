/** A page as a browser gets it: what was answered and how long it took. Redirects are not followed. */
export type Visit = { status: number; html: string; ms: number; location: string | null };

/** A browser over plain http: signs in as a person does and visits pages with that cookie. */
export class Browser {
  private constructor(
    readonly url: string,
    readonly cookie: string,
  ) {}

  /** One that is signed in. Throws when the sign-in gave no session. */
  static async signIn(url: string, email: string, password: string): Promise<Browser> {
    const csrf = await fetch(`${url}/api/auth/csrf`);
    const { csrfToken } = (await csrf.json()) as { csrfToken: string };
    const answer = await fetch(`${url}/api/auth/callback/credentials`, {
      method: 'POST',
      headers: { cookie: cookiesOf(csrf), 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ csrfToken, email, password }),
      redirect: 'manual',
    });
    const cookie = cookiesOf(answer);
    if (!cookie.includes('session-token=')) throw new Error(`${email} could not sign in by cookie`);
    return new Browser(url, cookie);
  }

  /** Asks for a page; `signedIn` false leaves the cookie out. Throws when it takes longer than the limit. */
  async visit(path: string, { limitMs = 60_000, signedIn = true } = {}): Promise<Visit> {
    const since = performance.now();
    const headers: Record<string, string> = signedIn ? { cookie: this.cookie } : {};
    const signal = AbortSignal.timeout(limitMs);
    const answer = await fetch(`${this.url}${path}`, { headers, redirect: 'manual', signal });
    const html = await answer.text();
    return { status: answer.status, html, ms: performance.now() - since, location: answer.headers.get('location') };
  }
}

const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
