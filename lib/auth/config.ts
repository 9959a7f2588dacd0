import type { NextAuthConfig } from 'next-auth';
import { CredentialsSignin } from 'next-auth';
import { SESION_NAVEGADOR_S } from '@/lib/auth/session-cookie';
import { env } from '@/lib/env';
import { log } from '@/lib/log';

declare module 'next-auth' {
  interface User {
    uid?: number;
    sid?: string;
    rol?: string;
    permisos?: readonly string[];
  }
}

/**
 * next-auth without its provider: a 12 h encrypted cookie that holds who (uid), which sign-in (sid), and the role with
 * its rights, which only steer the middleware. Built at each use, so that importing it reads no environment.
 */
export function authConfig(): NextAuthConfig {
  return {
    basePath: '/api/auth',
    secret: env().AUTH_SECRET,
    trustHost: true,
    pages: { signIn: '/ingresar', error: '/ingresar' },
    session: { strategy: 'jwt', maxAge: SESION_NAVEGADOR_S },
    providers: [],
    callbacks: {
      jwt({ token, user }) {
        if (!user) return token;
        const { uid, sid, rol, permisos } = user;
        return { ...token, uid, sid, rol, permisos };
      },
    },
    logger: {
      error(error) {
        // A wrong password is in the trail, not a fault of the server.
        if (!(error instanceof CredentialsSignin)) log().error({ err: error }, 'next-auth');
      },
      warn: () => {},
      debug: () => {},
    },
  };
}
