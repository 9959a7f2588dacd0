import { defineRoute } from '@/lib/action/define-route';
import { listarTraspasos } from '@/lib/traspaso/queries';

export const GET = defineRoute({ run: listarTraspasos });
