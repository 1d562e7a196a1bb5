-- Who follows a service is known by his division and his groups (lsu.sync_structure): a second list of it would have to be kept true.
DROP TABLE lsu.service_eleve;
