package import JSONReading
import ManifoldGraph
package import ManifoldResources

/// A job that came to its good end, as the revision record keeps it: its container may be pruned, and it has run all the same.
package struct JobRun: Encodable, Hashable, Sendable {
    /// A digest of all that the job's container is made from; what can change on a live container is no part of it.
    package let inputs: String
    /// The image's id; nil where the image was fetched only in the course of the apply.
    package let image: String?

    package init(inputs: String, image: String?) {
        self.inputs = inputs
        self.image = image
    }

    enum CodingKeys: String, CodingKey {
        case inputs
        case image
    }
}

extension JobRun: JSONReadable {
    package init(json: JSONReader) throws(JSONError) {
        var members = try json.object(CodingKeys.self)
        inputs = try members.required(.inputs)
        image = try members.optional(.image)
    }
}

extension DesiredResource {
    /// The digest of a job's inputs.
    fileprivate var jobInputs: String {
        var inputs: [String: FieldValue<SealedText>] = [:]
        for row in FieldTable.container.rows where row.change == .replace || row.change == .contents {
            inputs[row.name.description] = fields[row.name]
        }
        return RecordedValue(.map(inputs)).digest
    }
}

extension DesiredSystem {
    /// All jobs as they are when an apply has come to its end.
    package func jobs(given facts: SealedFacts) -> [ResourceAddress: JobRun] {
        let live = Dictionary(facts.containers.map { ($0.address, $0.imageID) }) { first, _ in first }
        var jobs: [ResourceAddress: JobRun] = [:]
        for job in ordered where job.id.kind == .service && job.goal == .completed {
            let image = job.imageReference.flatMap { facts.images[$0]?.id } ?? live[job.id]
            jobs[job.id] = JobRun(inputs: job.jobInputs, image: image)
        }
        return jobs
    }
}

extension SealedFacts {
    /// Whether a job ran with these inputs and this image.
    func hasRun(_ job: DesiredResource) -> Bool {
        guard job.goal == .completed, let run = revision?.jobs[job.id], run.inputs == job.jobInputs else {
            return false
        }
        let present = job.imageReference.flatMap { images[$0]?.id }
        return run.image == nil || present == nil || run.image == present
    }
}
