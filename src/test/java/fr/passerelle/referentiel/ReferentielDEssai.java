package fr.passerelle.referentiel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;

import fr.passerelle.jeux.Banc;
import fr.passerelle.journal.Acheminement;
import fr.passerelle.journal.CompteRendu;
import fr.passerelle.journal.ComptesRendus;
import fr.passerelle.journal.Contenus;
import fr.passerelle.journal.Depots;
import fr.passerelle.journal.Etat;
import fr.passerelle.journal.Fiches;
import fr.passerelle.journal.Reception;
import fr.passerelle.journal.Receptions;
import fr.passerelle.noyau.NumeroDepot;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The référentiel of one invented school, filled by deposits accepted as they are.
 */
class ReferentielDEssai implements AutoCloseable {

	static final String UAI = "0009201B";

	private final Banc banc = new Banc();

	<T> T bean(Class<T> type) {
		return this.banc.bean(type);
	}

	/** Puts an accepted deposit on its way and applies it. */
	NumeroDepot appliquer(String flux, String xml) {
		NumeroDepot numero = deposer(flux, xml, null);
		this.banc.appliquer(numero);
		return numero;
	}

	NumeroDepot deposer(String flux, String xml, LocalDateTime horodatage) {
		try {
			Contenus.Contenu contenu = bean(Contenus.class)
				.garder(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), Long.MAX_VALUE);
			NumeroDepot numero = bean(Receptions.class).recevoir(new Reception(flux + ".xml", contenu.taille(),
					contenu.empreinte(), "http", "essai", null, null, UAI, false));
			bean(Fiches.class).decrire(numero, UAI, flux, "2025", 2025, horodatage);
			bean(Acheminement.class).deposer(numero, "essai", "Fichier déposé.");
			return numero;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Etat etat(NumeroDepot numero) {
		return bean(Depots.class).depot(numero).etat();
	}

	CompteRendu rapport(NumeroDepot numero) {
		return bean(ComptesRendus.class).trouver(numero).orElseThrow();
	}

	/** Code, élève and text of every item of a list of the report. */
	static List<String> lignes(List<CompteRendu.Ligne> lignes) {
		return lignes.stream()
			.map((l) -> l.code() + " | " + ((l.eleve() != null) ? l.eleve().identifiant() + " " + l.eleve().nom() : "-")
					+ " | " + l.message())
			.toList();
	}

	List<String> lire(String sql) {
		return bean(JdbcTemplate.class).queryForList(sql, String.class);
	}

	/** Where each row of the school lies and what wrote it: equal, nothing did. */
	List<String> ecritures() {
		return this.banc.ecritures(UAI);
	}

	void changer(String sql) {
		bean(TransactionTemplate.class).executeWithoutResult((tx) -> bean(JdbcTemplate.class).execute(sql));
	}

	@Override
	public void close() {
		this.banc.close();
	}

}
