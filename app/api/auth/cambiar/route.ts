import { defineRoute } from '@/lib/action/define-route';
import { requireSessionCookie, writeSessionCookie } from '@/lib/auth/session-cookie';
import { cambiarPersona } from '@/lib/caja/cambiar-persona';

export const POST = defineRoute({
  async run(ctx, raw, req) {
    const nombre = requireSessionCookie(req.headers);
    const ingreso = await cambiarPersona(ctx, raw);
    const { idUsuario, nombre: persona } = ingreso.actor;
    const quien = { id_usuario: idUsuario, nombre: persona, expira_en: ingreso.expira.toISOString() };
    return Response.json(quien, { headers: { 'set-cookie': await writeSessionCookie(nombre, ingreso) } });
  },
  limiteBytes: 4096,
  durante: ['bloqueada', 'segundo_factor'],
});
