package fr.passerelle.api;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import fr.passerelle.publication.Consommateur;
import fr.passerelle.publication.Paquet;
import fr.passerelle.publication.Publications;
import fr.passerelle.publication.RecherchePaquets;
import fr.passerelle.securite.Action;
import fr.passerelle.securite.Compte;
import fr.passerelle.securite.Reserve;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.core.io.FileSystemResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The feeds and their packages. */
@RestController
@RequestMapping("/api/v1/flux/{flux}")
@Tag(name = "Flux", description = "Paquets faits pour les consommateurs")
class FluxController {

	private static final MediaType ZIP = new MediaType("application", "zip");

	private static final MediaType GZIP = new MediaType("application", "gzip");

	private final Publications publications;

	private final PaquetsVisibles visibles;

	FluxController(Publications publications, PaquetsVisibles visibles) {
		this.publications = publications;
		this.visibles = visibles;
	}

	@GetMapping
	@Reserve(Action.CONSOMMER)
	@Operation(summary = "Paquets d'un flux, le dernier d'abord",
			description = "Un consommateur voit les siens, un établissement ceux qui ne parlent que de lui")
	Liste<Paquet> lister(@PathVariable String flux,
			@Parameter(description = "Date ou instant ISO : paquets faits depuis") @RequestParam(
					required = false) String depuis,
			@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int taille,
			@AuthenticationPrincipal Compte compte) {
		Pagination pagination = new Pagination(page, taille);
		RecherchePaquets recherche = this.visibles.visibles(flux, compte).depuis(Filtres.instant(depuis));
		return new Liste<>(this.publications.chercher(recherche, pagination.page(), pagination.taille()),
				this.publications.compter(recherche), page, taille);
	}

	@GetMapping("/effet")
	@Reserve(Action.CONSOMMER)
	@Operation(summary = "Quand chaque consommateur verra au plus tard ce qui change maintenant",
			description = "La prochaine heure de sa planification, plus son délai ; rien pour qui n'a pas de planification")
	Liste<Effet> effet(@PathVariable String flux, @AuthenticationPrincipal Compte compte) {
		this.visibles.exiger(flux);
		return Liste.entiere(this.publications.consommateurs(flux)
			.stream()
			.filter((consommateur) -> PaquetsVisibles.sert(consommateur.nom(), compte))
			.map((consommateur) -> new Effet(consommateur.nom(), this.publications.effet(consommateur).orElse(null)))
			.toList());
	}

	@GetMapping("/{paquet}")
	@Reserve(Action.CONSOMMER)
	@Operation(summary = "Un paquet : sa description, ou avec « Accept: application/zip » (ou gzip) son archive",
			description = "« fichier » : l'un de ceux que la description nomme dans « archives ». 410 une fois purgé (« purgeLe »)")
	ResponseEntity<?> lire(@PathVariable String flux, @PathVariable String paquet,
			@RequestParam(required = false) String fichier,
			@RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = MediaType.ALL_VALUE) String accept,
			@AuthenticationPrincipal Compte compte) {
		Paquet trouve = this.visibles.paquet(flux, paquet, compte);
		boolean archive = fichier != null || accept.contains(ZIP.toString()) || accept.contains(GZIP.toString());
		return archive ? archive(trouve, (fichier != null) ? fichier : trouve.archive())
				: ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(trouve);
	}

	@PostMapping("/publications")
	@Reserve(Action.DECIDER)
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Faire un paquet maintenant",
			description = "Pour un consommateur (par défaut le premier du flux), d'un établissement ou de tous ceux que le compte voit")
	Paquet publier(@PathVariable String flux, @RequestBody(required = false) Demande demande,
			@AuthenticationPrincipal Compte compte) {
		this.visibles.exiger(flux);
		Consommateur consommateur = this.publications
			.consommateur(flux, (demande != null) ? demande.consommateur() : null)
			.orElseThrow(DemandeRefusee::introuvable);
		return this.publications.publier(consommateur, uais(demande, compte), compte.utilisateur(),
				demande != null && demande.confirmation());
	}

	private static Set<String> uais(Demande demande, Compte compte) {
		if (demande == null || demande.uai() == null) {
			return compte.perimetre().uais();
		}
		if (!compte.perimetre().voit(demande.uai())) {
			throw DemandeRefusee.introuvable();
		}
		return Set.copyOf(List.of(demande.uai()));
	}

	/** Nothing but what the description names is looked for on the disk. */
	private ResponseEntity<FileSystemResource> archive(Paquet paquet, String nom) {
		if (paquet.purgeLe() != null && paquet.archives().contains(nom)) {
			throw DemandeRefusee.purge(paquet.purgeLe());
		}
		boolean montree = paquet.montreLe() != null && paquet.archives().contains(nom);
		Path archive = montree ? this.publications.archive(paquet, nom) : null;
		if (archive == null || !Files.exists(archive)) {
			throw DemandeRefusee.introuvable();
		}
		return ResponseEntity.ok()
			.contentType(type(nom))
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
				.filename(nom.startsWith(paquet.paquet()) ? paquet.flux() + "-" + nom : nom, StandardCharsets.UTF_8)
				.build()
				.toString())
			.body(new FileSystemResource(archive));
	}

	private static MediaType type(String nom) {
		if (nom.endsWith(".zip")) {
			return ZIP;
		}
		return nom.endsWith("gz") ? GZIP : MediaType.TEXT_PLAIN;
	}

	/**
	 * A consumer and the moment it sees at the latest what changes now.
	 *
	 * @param effetLe null without schedule
	 */
	record Effet(String consommateur, Instant effetLe) {
	}

	/**
	 * For whom, of which school; all may be left out.
	 *
	 * @param confirmation whether what is held back (a mass change) is to go
	 */
	record Demande(String consommateur, String uai, boolean confirmation) {
	}

}
