import { inDataEnvelope } from '@/lib/action/data-envelope';
import { defineRoute } from '@/lib/action/define-route';
import { listarUsuarios } from '@/lib/usuario/queries';

export const GET = defineRoute({ run: inDataEnvelope(listarUsuarios, 'Usuarios') });
