import { defineRoute } from '@/lib/action/define-route';
import { listarGrupos } from '@/lib/whatsapp/queries';

export const GET = defineRoute({ run: listarGrupos });
