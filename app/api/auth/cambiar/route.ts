import { defineRoute } from '@/lib/action/define-route';
import { CambiarPersonaInput } from '@/lib/auth/pin-input';
import { requireSessionCookie, writeSessionCookie } from '@/lib/auth/session-cookie';
import { cambiarPersona } from '@/lib/caja/cambiar-persona';
import type { PersonaEnMostradorDto } from '@/lib/caja/schemas-respuestas';

export const POST = defineRoute({
  async run(ctx, raw, req) {
    CambiarPersonaInput.parse(raw);
    const cookie = requireSessionCookie(req.headers);
    const { actor, ...ingreso } = await cambiarPersona(ctx, raw);
    const quien: PersonaEnMostradorDto = {
      id_usuario: actor.idUsuario,
      nombre: actor.nombre,
      expira_en: ingreso.expira.toISOString(),
    };
    return Response.json(quien, { headers: { 'set-cookie': await writeSessionCookie(cookie, { actor, ...ingreso }) } });
  },
  limiteBytes: 4096,
  durante: ['bloqueada', 'cambiar_clave', 'segundo_factor'],
});
