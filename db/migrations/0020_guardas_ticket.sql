-- A parked ticket is never edited nor deleted: it is taken or discarded, once.
CREATE TRIGGER ticket_aparcado_sin_delete BEFORE DELETE ON ticket_aparcado FOR EACH ROW EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
CREATE TRIGGER ticket_aparcado_sin_truncate BEFORE TRUNCATE ON ticket_aparcado FOR EACH STATEMENT EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
CREATE TRIGGER ticket_aparcado_cabecera BEFORE UPDATE ON ticket_aparcado FOR EACH ROW
  EXECUTE FUNCTION rechazar_salvo('estado', 'resuelto_por', 'resuelto_en');
--> statement-breakpoint
CREATE TRIGGER ticket_aparcado_resuelto BEFORE UPDATE ON ticket_aparcado FOR EACH ROW
  WHEN (OLD.estado <> 'EN_ESPERA') EXECUTE FUNCTION rechazar_cambio();
