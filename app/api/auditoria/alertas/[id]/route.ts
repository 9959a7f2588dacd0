import { defineRoute } from '@/lib/action/define-route';
import { leerAlerta } from '@/lib/alerta/queries';

export const GET = defineRoute({ run: leerAlerta });
