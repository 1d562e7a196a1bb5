package fr.passerelle.journal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

import fr.passerelle.noyau.NumeroDepot;

/**
 * One file taken by the hub, as the ledger knows it.
 *
 * @param uai the school, null until it is read
 * @param flux what the file is, null until it is recognised
 * @param empreinte SHA-256 of the file, its key in the content store
 * @param millesime the year written in the file by its application
 * @param anneeScolaire the hub's year: calendar year of the élèves' rentrée
 * @param horodatage moment of the export as the file says it, local time of the school
 * @param perimetre schools the depositor may act for, null for all
 * @param dossier folder of inbox/ it came from, empty for inbox/ itself, null for HTTP
 */
public record Depot(NumeroDepot numero, String uai, String flux, String fichier, long taille, String empreinte,
		String millesime, Integer anneeScolaire, LocalDateTime horodatage, Etat etat, String canal, String deposant,
		String dossier, Set<String> perimetre, Instant deposeLe, Instant traiteLe, NumeroDepot doublonDe, boolean force,
		boolean confirme, List<Prerequis> prerequis, int tentatives) {

	public Depot {
		prerequis = List.copyOf(prerequis);
		perimetre = (perimetre != null) ? Set.copyOf(perimetre) : null;
	}

	/** The folder of outbox/ and of refusals this deposit belongs to. */
	public String proprietaire() {
		return (this.uai != null) ? this.uai : "_inconnus";
	}

}
