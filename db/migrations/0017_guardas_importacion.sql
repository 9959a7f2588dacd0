-- What an import did is told by its rows: they never change.
CREATE TRIGGER importacion_producto_inmutable BEFORE UPDATE OR DELETE ON importacion_producto
  FOR EACH ROW EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
CREATE TRIGGER importacion_producto_sin_truncate BEFORE TRUNCATE ON importacion_producto
  FOR EACH STATEMENT EXECUTE FUNCTION rechazar_cambio();
