package fr.passerelle.bilan.document;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;

/** A theme of the school's own for its EPI (2D). */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "epi-thematique")
public class EpiThematique {

	@XmlAttribute
	public String code;

	@XmlAttribute
	public String libelle;

}
