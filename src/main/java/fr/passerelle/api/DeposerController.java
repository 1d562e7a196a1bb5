package fr.passerelle.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import fr.passerelle.depot.Guichet;
import fr.passerelle.depot.NomDeFichier;
import fr.passerelle.journal.ComptesRendus;
import fr.passerelle.journal.Depot;
import fr.passerelle.journal.Depots;
import fr.passerelle.journal.Etat;
import fr.passerelle.noyau.NumeroDepot;
import fr.passerelle.noyau.Uai;
import fr.passerelle.securite.Action;
import fr.passerelle.securite.Compte;
import fr.passerelle.securite.Reserve;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes files over HTTP; the answer is the first verdict. */
@RestController
@RequestMapping("/api/v1/depots")
@Tag(name = "Dépôts")
class DeposerController {

	private final Guichet guichet;

	private final Depots depots;

	private final ComptesRendus comptesRendus;

	DeposerController(Guichet guichet, Depots depots, ComptesRendus comptesRendus) {
		this.guichet = guichet;
		this.depots = depots;
		this.comptesRendus = comptesRendus;
	}

	@PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@Reserve(Action.DEPOSER)
	@Operation(summary = "Déposer un ou plusieurs fichiers",
			description = "202 si l'un au moins est accepté, 409 si tous sont des doublons, 422 sinon")
	ResponseEntity<Object> deposer(@RequestParam("fichier") List<MultipartFile> fichiers,
			@Parameter(description = "Code UAI, s'il ne se lit pas dans le fichier") @RequestParam(
					required = false) String uai,
			@Parameter(
					description = "Confirme d'avance un dépôt qui ferait disparaître beaucoup d'objets") @RequestParam(
							defaultValue = "false") boolean confirmation,
			@AuthenticationPrincipal Compte compte) {
		if (confirmation && !compte.peut(Action.DECIDER)) {
			throw DemandeRefusee.interdite();
		}
		String annonce = uai(uai);
		List<Depot> pris = new ArrayList<>();
		for (MultipartFile fichier : fichiers) {
			pris.add(this.depots.depot(deposer(fichier, annonce, confirmation, compte)));
		}
		return reponse(pris, compte);
	}

	private NumeroDepot deposer(MultipartFile fichier, String uai, boolean confirmation, Compte compte) {
		return this.guichet.deposer(fichier, NomDeFichier.deNavigateur(fichier.getOriginalFilename()),
				compte.utilisateur(), uai, compte.perimetre().uais(), confirmation);
	}

	private ResponseEntity<Object> reponse(List<Depot> pris, Compte compte) {
		List<DepotJson> depots = pris.stream().map((depot) -> json(depot, compte)).toList();
		if (pris.stream().anyMatch((depot) -> Verdicts.estAccepte(depot.etat()))) {
			return ResponseEntity.accepted().body(Map.of("depots", depots));
		}
		boolean doublons = pris.stream().allMatch((depot) -> depot.etat() == Etat.DOUBLON);
		HttpStatus statut = doublons ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY;
		return ResponseEntity.status(statut)
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(Verdicts.probleme(statut, depots));
	}

	private DepotJson json(Depot depot, Compte compte) {
		return DepotJson.de(depot, compte.perimetre(),
				Verdicts.refus(depot, this.comptesRendus.trouver(depot.numero())), null);
	}

	private static String uai(String texte) {
		if (texte == null || texte.isBlank()) {
			return null;
		}
		return Uai.lire(texte.trim())
			.map(Uai::code)
			.orElseThrow(
					() -> DemandeRefusee.invalide("« uai » n'est pas un code UAI : 7 chiffres et la bonne lettre."));
	}

}
