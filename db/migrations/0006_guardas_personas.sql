-- An approval is never deleted, what was asked never changes, and what was used or refused is over.
CREATE TRIGGER aprobacion_sin_delete BEFORE DELETE ON aprobacion FOR EACH ROW EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
CREATE TRIGGER aprobacion_sin_truncate BEFORE TRUNCATE ON aprobacion FOR EACH STATEMENT EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
CREATE TRIGGER aprobacion_cabecera BEFORE UPDATE ON aprobacion FOR EACH ROW
  EXECUTE FUNCTION rechazar_salvo('estado', 'motivo', 'pedida_en', 'vence_en', 'resuelta_por', 'resuelta_en', 'via', 'respuesta',
    'usada_en', 'tipo_documento', 'id_documento');
--> statement-breakpoint
CREATE TRIGGER aprobacion_terminada BEFORE UPDATE ON aprobacion FOR EACH ROW
  WHEN (OLD.estado IN ('USADA', 'RECHAZADA')) EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
-- Shops that already have their roles get the caps where a new one starts.
UPDATE rol SET topes = '{"venta:descuento": 10, "caja:mover": 20000, "caja:diferencia": 2000}' WHERE id = 2 AND de_fabrica AND topes = '{}';
--> statement-breakpoint
UPDATE rol SET topes = '{"producto:ajustar": 50000}' WHERE id = 5 AND de_fabrica AND topes = '{}';
