package fr.passerelle.api;

import java.time.Instant;
import java.time.format.DateTimeFormatter;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

import fr.passerelle.securite.Problemes;

/** A call that cannot be answered as asked; carries the problem the caller reads. */
class DemandeRefusee extends RuntimeException {

	private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(Filtres.JOURS);

	private final transient ProblemDetail probleme;

	DemandeRefusee(ProblemDetail probleme) {
		super(probleme.getTitle(), null, false, false);
		this.probleme = probleme;
	}

	ProblemDetail probleme() {
		return this.probleme;
	}

	static DemandeRefusee introuvable() {
		return new DemandeRefusee(Problemes.probleme(HttpStatus.NOT_FOUND, "INTROUVABLE",
				"Ce que vous demandez n'existe pas, ou ne concerne pas votre établissement.",
				"Aucun élément de ce nom n'est visible avec votre compte.",
				"Vérifiez le numéro de dépôt ou le code UAI, et le compte utilisé."));
	}

	static DemandeRefusee invalide(String detail) {
		return new DemandeRefusee(
				Problemes.probleme(HttpStatus.BAD_REQUEST, "DEMANDE_INVALIDE", "La demande n'est pas valable.", detail,
						"Corrigez la demande ; la description des appels est à /v3/api-docs."));
	}

	/** What was there, and was removed because it was old. */
	static DemandeRefusee purge(Instant le) {
		return new DemandeRefusee(
				Problemes.probleme(HttpStatus.GONE, "PAQUET_PURGE", "Ce paquet a été purgé le " + JOUR.format(le) + ".",
						"Ses fichiers étaient plus anciens que la durée de conservation des paquets.",
						"Prenez le dernier paquet de la liste, ou demandez une publication."));
	}

	static DemandeRefusee interdite() {
		return new DemandeRefusee(Problemes.droitInsuffisant());
	}

}
