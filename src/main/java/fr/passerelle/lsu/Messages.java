package fr.passerelle.lsu;

import java.util.ArrayList;
import java.util.List;

import fr.passerelle.catalogue.Catalogue;
import fr.passerelle.catalogue.Effet;
import fr.passerelle.catalogue.Texte;
import fr.passerelle.noyau.Constat;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The lines of a report, each said once however often its step is done. */
@Repository
class Messages {

	private final JdbcTemplate jdbc;

	private final Catalogue catalogue;

	Messages(JdbcTemplate jdbc, Catalogue catalogue) {
		this.jdbc = jdbc;
		this.catalogue = catalogue;
	}

	/** A line to be: whom it is about, null for nobody. */
	record Ligne(Constat constat, Long eleve, Long classe, Long enseignant) {

		static Ligne de(Constat constat) {
			return new Ligne(constat, null, null, null);
		}

	}

	@Transactional(propagation = Propagation.MANDATORY)
	public void ajouter(long sync, Ecole ecole, List<Ligne> lignes) {
		if (lignes.isEmpty()) {
			return;
		}
		int rang = this.jdbc.queryForObject("SELECT coalesce(max(rang), 0) FROM lsu.sync_message WHERE sync_id = ?",
				Integer.class, sync);
		List<Object[]> valeurs = new ArrayList<>();
		for (Ligne ligne : lignes) {
			Texte texte = this.catalogue.texte(ligne.constat());
			valeurs.add(new Object[] { sync, ++rang, statut(texte.effet()), texte.code(), texte.titre(), ligne.eleve(),
					ligne.classe(), ligne.enseignant(), ecole.uai(), ecole.anneeScolaire() });
		}
		this.jdbc.batchUpdate(
				"""
						INSERT INTO lsu.sync_message (sync_id, rang, statut, code, texte, eleve_id, classe_id, enseignant_id, uai, annee_scolaire)
						VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
				valeurs);
	}

	/** Whether a line of this run is of this kind. */
	boolean aUn(long sync, String statut) {
		return this.jdbc.queryForObject("SELECT EXISTS (SELECT FROM lsu.sync_message WHERE sync_id = ? AND statut = ?)",
				Boolean.class, sync, statut);
	}

	private static String statut(Effet effet) {
		return switch (effet) {
			case INFORMATION, CORRECTION -> "SUCCES";
			case AVERTISSEMENT -> "AVERTISSEMENT";
			case REJET, REFUS -> "ERREUR";
		};
	}

}
