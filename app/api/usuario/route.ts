import { inDataEnvelope } from '@/lib/action/data-envelope';
import { defineRoute } from '@/lib/action/define-route';
import { usuariosExportables } from '@/lib/usuario/exportar';

export const GET = defineRoute({ run: inDataEnvelope(usuariosExportables, 'Usuarios') });
