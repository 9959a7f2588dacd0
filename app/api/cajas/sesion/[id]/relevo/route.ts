import { defineRoute } from '@/lib/action/define-route';
import { requireSessionCookie, writeSessionCookie } from '@/lib/auth/session-cookie';
import { ponerEnPantalla } from '@/lib/caja/cambiar-persona';
import { relevarCaja } from '@/lib/caja/relevar';

/** At a browser the screen passes with the drawer: whoever typed their PIN is who works there from now on. */
export const POST = defineRoute({
  status: 201,
  async run(ctx, raw, req) {
    const relevo = await relevarCaja(ctx, raw);
    if (!ctx.sid || req.headers.has('authorization')) return relevo;
    const cookie = requireSessionCookie(req.headers);
    const { id: idSesion, id_usuario: idUsuario } = relevo.abierta;
    const ingreso = await ponerEnPantalla({ ...ctx, sid: ctx.sid }, { idUsuario, idSesion });
    return Response.json(relevo, { status: 201, headers: { 'set-cookie': await writeSessionCookie(cookie, ingreso) } });
  },
});
