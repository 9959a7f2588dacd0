import NextAuth, { CredentialsSignin } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { withTransaction } from '@/db/transaction';
import { authConfig } from '@/lib/auth/config';
import { completarIngreso, ingresar } from '@/lib/auth/ingresar';
import { buildContext, leerPrincipal } from '@/lib/auth/principal';
import { requestFacts } from '@/lib/auth/request';
import { revocarSesion } from '@/lib/auth/revocar';
import { AppError } from '@/lib/errors';

/** A refusal of `ingresar` on its way through next-auth, which only lets its own errors pass. */
export class IngresoRechazado extends CredentialsSignin {
  constructor(readonly motivo: AppError) {
    super(motivo.message);
    this.code = motivo.code;
  }
}

const credenciales = Credentials({
  credentials: { email: {}, password: { type: 'password' }, desafio: {}, codigo: {} },
  async authorize({ email, password, desafio, codigo }, request) {
    const hechos = requestFacts(request.headers);
    try {
      const { sid, actor } =
        desafio === undefined
          ? await ingresar(hechos, { email, password }, 'navegador')
          : await completarIngreso(hechos, { desafio, codigo }, 'navegador');
      const { idUsuario, nombre, rol, permisos } = actor;
      const datos = { name: nombre, email: actor.email, uid: idUsuario, sid, rol, permisos: [...permisos] };
      return { id: String(idUsuario), ...datos };
    } catch (error) {
      if (error instanceof AppError) throw new IngresoRechazado(error);
      throw error;
    }
  },
});

/** next-auth's side of the doors: its routes, and the sign-in and sign-out of the pages. */
export const { handlers, signIn, signOut } = NextAuth(() => ({
  ...authConfig(),
  providers: [credenciales],
  events: {
    async signOut(mensaje) {
      if ('token' in mensaje && typeof mensaje.token?.sid === 'string') await revocar(mensaje.token.sid);
    },
  },
}));

async function revocar(sid: string): Promise<void> {
  const actor = await leerPrincipal(sid);
  if (!actor) return;
  const ctx = buildContext(actor, { ahora: new Date(), requestId: crypto.randomUUID() });
  await withTransaction(ctx, (tx) => revocarSesion(tx, ctx, sid, 'sesion.salir'));
}
