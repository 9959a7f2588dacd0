import { defineRoute } from '@/lib/action/define-route';
import { listarRelevos } from '@/lib/caja/relevos';

export const GET = defineRoute({ run: listarRelevos });
