package fr.passerelle.api;

import java.nio.charset.StandardCharsets;

import fr.passerelle.journal.CompteRendu;
import fr.passerelle.journal.ComptesRendus;
import fr.passerelle.journal.Depot;
import fr.passerelle.rapport.Rapports;
import fr.passerelle.referentiel.Apercus;
import fr.passerelle.securite.Action;
import fr.passerelle.securite.Compte;
import fr.passerelle.securite.Problemes;
import fr.passerelle.securite.Reserve;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The report of a deposit, and what it would change. */
@RestController
@RequestMapping("/api/v1/depots/{numero}")
@Tag(name = "Dépôts")
class CompteRenduController {

	private final ComptesRendus comptesRendus;

	private final DepotsVisibles visibles;

	private final Rapports rapports;

	private final Apercus apercus;

	CompteRenduController(ComptesRendus comptesRendus, DepotsVisibles visibles, Rapports rapports, Apercus apercus) {
		this.comptesRendus = comptesRendus;
		this.visibles = visibles;
		this.rapports = rapports;
		this.apercus = apercus;
	}

	@GetMapping("/compte-rendu")
	@Reserve(Action.LIRE)
	@Operation(summary = "Compte rendu du dépôt", description = "application/json (par défaut), text/html ou text/csv")
	ResponseEntity<byte[]> compteRendu(@PathVariable String numero,
			@RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = MediaType.ALL_VALUE) String accept,
			@AuthenticationPrincipal Compte compte) {
		Depot depot = this.visibles.depot(numero, compte);
		CompteRendu compteRendu = this.comptesRendus.trouver(depot.numero())
			.orElseThrow(CompteRenduController::pasEncore);
		return switch (Formats.choisir(accept)) {
			case JSON ->
				ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(this.rapports.json(compteRendu));
			case HTML -> ResponseEntity.ok()
				.contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
				.header("Content-Security-Policy", this.rapports.politique())
				.body(this.rapports.html(compteRendu).getBytes(StandardCharsets.UTF_8));
			case CSV -> ResponseEntity.ok()
				.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
				.header(HttpHeaders.CONTENT_DISPOSITION,
						ContentDisposition.attachment()
							.filename("compte-rendu-" + depot.numero() + ".csv")
							.build()
							.toString())
				.body(this.rapports.csv(compteRendu));
		};
	}

	@GetMapping("/apercu")
	@Reserve(Action.LIRE)
	@Operation(summary = "Ce que le dépôt changerait, ligne par ligne, avant d'être appliqué",
			description = "liens : pour chaque groupe, les liens supprimés selon leur origine, conservés et ajoutés")
	ApercuJson apercu(@PathVariable String numero, @AuthenticationPrincipal Compte compte) {
		return ApercuJson.de(this.apercus.apercu(this.visibles.depot(numero, compte).numero()));
	}

	private static DemandeRefusee pasEncore() {
		return new DemandeRefusee(Problemes.probleme(HttpStatus.NOT_FOUND, "COMPTE_RENDU_ABSENT",
				"Le compte rendu n'est pas encore prêt.", "Le traitement de ce dépôt n'est pas terminé.",
				"Réessayez dans un instant ; l'état du dépôt dit où il en est."));
	}

}
