import { inDataEnvelope } from '@/lib/action/data-envelope';
import { defineRoute } from '@/lib/action/define-route';
import { crearPersona } from '@/lib/usuario/crear-persona';
import { editarPersona } from '@/lib/usuario/editar-persona';
import { listarPersonas } from '@/lib/usuario/persona';

export const GET = defineRoute({ run: inDataEnvelope(listarPersonas, 'Personas') });
export const POST = defineRoute({ run: crearPersona, status: 201 });
export const PUT = defineRoute({ run: editarPersona });
