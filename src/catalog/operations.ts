/**
 * Every operation that AWS lists as checking `iam:PassRole`, by service prefix, with the services it names in `iam:PassedToService`.
 *
 * `A B > x y; C`: operations A and B may send `x.amazonaws.com` or `y.amazonaws.com`; C sends the service's own `<prefix>.amazonaws.com`.
 * `>` with nothing after it: no value is listed. The names are the API's, which IAM spells differently for a few services.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/service-reference.html
 */
export const passRoleOperations: Readonly<Record<string, string>> = {
  'access-analyzer': 'StartPolicyGeneration',
  'agent-registry': 'CreateRegistryRecord UpdateRegistryRecord',
  aidevops: 'AssociateService EnableOperatorApp RegisterService UpdateAssociation',
  aiops: 'CreateInvestigationGroup UpdateInvestigationGroup',
  airflow: 'CreateEnvironment UpdateEnvironment',
  'airflow-serverless': 'CreateWorkflow UpdateWorkflow',
  amplify: 'CreateApp CreateBranch CreateDomainAssociation UpdateApp UpdateBranch UpdateDomainAssociation',
  apigateway:
    'CreateApi CreateAuthorizer CreateIntegration ImportApi ImportRestApi PutIntegration PutRestApi ReimportApi UpdateAccount UpdateApi UpdateAuthorizer UpdateIntegration',
  appconfig: 'CreateConfigurationProfile CreateEnvironment CreateExtension UpdateConfigurationProfile UpdateEnvironment UpdateExtension',
  appflow: 'CreateConnectorProfile UpdateConnectorProfile > appflow redshift; CreateFlow UpdateFlow',
  'application-autoscaling': 'RegisterScalableTarget',
  appmesh: 'CreateVirtualNode',
  apprunner: 'CreateService UpdateService > bullet',
  appstream: 'CreateFleet CreateImageBuilder UpdateFleet',
  appsync: 'CreateApi CreateDataSource CreateGraphqlApi UpdateApi UpdateDataSource UpdateGraphqlApi',
  aps: 'CreateScraper UpdateScraper',
  'arc-region-switch': 'CreatePlan UpdatePlan',
  athena: 'CreateWorkGroup StartSession UpdateWorkGroup',
  autoscaling: 'PutLifecycleHook UpdateAutoScalingGroup; CreateAutoScalingGroup > autoscaling ec2; CreateLaunchConfiguration > ec2',
  'aws-marketplace': 'StartChangeSet > assets.marketplace',
  backup:
    'CreateBackupSelection StartBackupJob StartCopyJob StartRestoreJob UpdateRecoveryPointIndexSettings; CreateBackupPlan UpdateBackupPlan > malware-protection.guardduty; CreateRestoreTestingSelection UpdateRestoreTestingSelection > restore-testing.backup; StartScanJob > backup malware-protection.guardduty',
  'backup-gateway': 'PutHypervisorPropertyMappings StartVirtualMachinesMetadataSync',
  batch:
    'CreateComputeEnvironment > batch ec2 ecs spotfleet; RegisterJobDefinition > ecs-tasks; SubmitServiceJob > sagemaker; UpdateComputeEnvironment > batch ec2 ecs',
  'bcm-dashboards': 'CreateScheduledReport UpdateScheduledReport',
  bedrock:
    'CreateAgent CreateCustomModel CreateEvaluationJob CreateFlow CreateKnowledgeBase CreateMarketplaceModelEndpoint CreateModelCustomizationJob CreateModelImportJob CreateModelInvocationJob PutModelInvocationLoggingConfiguration UpdateAgent UpdateFlow UpdateKnowledgeBase UpdateMarketplaceModelEndpoint',
  'bedrock-agentcore':
    'CreateABTest CreateAgentRuntime CreateBrowser CreateCodeInterpreter CreateGateway CreateHarness CreateMemory CreateOnlineEvaluationConfig CreatePaymentManager CreateRegistryRecord UpdateABTest UpdateAgentRuntime UpdateGateway UpdateHarness UpdateMemory UpdateOnlineEvaluationConfig UpdatePaymentManager UpdateRegistryRecord; CreateCapacityProvider > bedrock-agentcore ec2',
  braket: 'CreateJob > braket sagemaker',
  budgets: 'CreateBudgetAction UpdateBudgetAction',
  chatbot:
    'CreateChimeWebhookConfiguration CreateMicrosoftTeamsChannelConfiguration CreateSlackChannelConfiguration UpdateChimeWebhookConfiguration UpdateMicrosoftTeamsChannelConfiguration UpdateSlackChannelConfiguration',
  chime:
    'CreateMediaCapturePipeline CreateMediaInsightsPipelineConfiguration UpdateMediaInsightsPipelineConfiguration > mediapipelines.chime',
  cleanrooms: 'CreateAnalysisTemplate CreateConfiguredTableAssociation CreateMembership UpdateConfiguredTableAssociation UpdateMembership',
  'cleanrooms-ml':
    'CreateConfiguredAudienceModel CreateConfiguredModelAlgorithm CreateMLInputChannel CreateTrainingDataset PutMLConfiguration StartAudienceGenerationJob UpdateConfiguredAudienceModel',
  cloudformation:
    'ContinueUpdateRollback CreateChangeSet CreateResource CreateStack CreateStackSet DeleteResource DeleteStack GetResource ListResources RollbackStack UpdateResource UpdateStack UpdateStackSet; ActivateType RegisterType > resources.cloudformation',
  cloudfront: 'CreateRealtimeLogConfig UpdateRealtimeLogConfig',
  cloudtrail: 'CreateTrail EnableFederation StartImport UpdateTrail > cloudtrail cloudtrail.preprod',
  cloudwatch: 'PutLogAlarm; PutMetricStream > streams.metrics.cloudwatch',
  codebuild: 'CreateProject StartBuild StartBuildBatch UpdateProject UpdateProjectVisibility; CreateFleet UpdateFleet >',
  codeconnections: 'CreateSyncConfiguration UpdateSyncConfiguration > cloudformation.sync.codeconnections',
  codedeploy: 'CreateDeploymentGroup UpdateDeploymentGroup',
  codepipeline: 'CreatePipeline UpdatePipeline > cloudformation codebuild codepipeline',
  'codestar-connections': 'CreateSyncConfiguration UpdateSyncConfiguration > cloudformation.sync.codeconnections',
  'cognito-identity': 'SetIdentityPoolRoles >',
  'cognito-idp':
    'CreateGroup CreateUserImportJob CreateUserPool CreateUserPoolClient SetUserPoolMfaConfig UpdateGroup UpdateUserPool UpdateUserPoolClient >',
  'cognito-sync': 'SetIdentityPoolConfiguration >',
  comprehend:
    'CreateDocumentClassifier CreateEndpoint CreateEntityRecognizer CreateFlywheel ImportModel StartDocumentClassificationJob StartDominantLanguageDetectionJob StartEntitiesDetectionJob StartEventsDetectionJob StartKeyPhrasesDetectionJob StartPiiEntitiesDetectionJob StartSentimentDetectionJob StartTargetedSentimentDetectionJob StartTopicsDetectionJob UpdateEndpoint UpdateFlywheel',
  comprehendmedical:
    'StartEntitiesDetectionV2Job StartICD10CMInferenceJob StartPHIDetectionJob StartRxNormInferenceJob StartSNOMEDCTInferenceJob',
  config:
    'PutConformancePack PutOrganizationConformancePack PutRemediationConfigurations > ssm; PutConfigurationAggregator PutConfigurationRecorder',
  databrew: 'CreateProfileJob CreateProject CreateRecipeJob UpdateProfileJob UpdateProject UpdateRecipeJob',
  dataexchange: 'CreateJob',
  datapipeline: 'ActivatePipeline PutPipelineDefinition ValidatePipelineDefinition > datapipeline ec2 elasticmapreduce',
  datasync:
    'CreateLocationAzureBlob CreateLocationEfs CreateLocationFsxOntap CreateLocationFsxWindows CreateLocationHdfs CreateLocationObjectStorage CreateLocationS3 CreateLocationSmb CreateTask StartTaskExecution UpdateLocationAzureBlob UpdateLocationEfs UpdateLocationFsxOntap UpdateLocationFsxWindows UpdateLocationHdfs UpdateLocationObjectStorage UpdateLocationS3 UpdateLocationSmb UpdateTask',
  datazone:
    'AssociateEnvironmentRole CreateAccountPool CreateDataSource CreateDomain CreateProject CreateSubscriptionTarget PutEnvironmentBlueprintConfiguration UpdateAccountPool UpdateDataSource UpdateDomain UpdateSubscriptionTarget',
  dax: 'CreateCluster',
  deadline: 'CreateFleet CreateMonitor CreateQueue UpdateFleet UpdateMonitor UpdateQueue',
  devicefarm: 'CreateProject ScheduleRun UpdateProject',
  dlm: 'CreateLifecyclePolicy UpdateLifecyclePolicy',
  dms: 'CreateDataMigration CreateDataProvider CreateEndpoint CreateFleetAdvisorCollector CreateMigrationProject CreateReplicationInstance ModifyDataMigration ModifyDataProvider ModifyEndpoint ModifyMigrationProject ModifyReplicationInstance StartReplicationTaskAssessmentRun',
  dsql: 'CreateStream',
  ec2: 'AssociateIamInstanceProfile CreateLaunchTemplate CreateLaunchTemplateVersion ReplaceIamInstanceProfileAssociation RequestSpotFleet RequestSpotInstances RunInstances; CreateFlowLogs > vpc-flow-logs',
  ecr: 'CreatePullThroughCacheRule CreateRepositoryCreationTemplate UpdatePullThroughCacheRule UpdateRepositoryCreationTemplate',
  ecs: 'CreateExpressGatewayService CreateService RunTask StartTask UpdateExpressGatewayService UpdateService > ecs-tasks ecs; CreateDaemon CreateTaskSet RegisterDaemonTaskDefinition RegisterTaskDefinition UpdateDaemon > ecs-tasks; CreateCapacityProvider UpdateCapacityProvider',
  eks: 'CreateAddon CreateCapability CreateFargateProfile CreateNodegroup RegisterCluster UpdateAddon UpdateCapability; CreateCluster UpdateClusterConfig > ec2 eks; CreatePodIdentityAssociation UpdatePodIdentityAssociation > pods.eks; CreateAccessEntry > ec2',
  elasticfilesystem: 'CreateReplicationConfiguration',
  elasticmapreduce:
    'CreateStudio StartNotebookExecution UpdateStudio >; RunJobFlow > application-autoscaling ec2 elasticmapreduce; StartSession',
  'elemental-inference': 'CreateFeed UpdateFeed',
  'emr-containers': 'CreateManagedEndpoint StartJobRun > pods.eks',
  'emr-serverless': 'StartJobRun StartSession',
  entityresolution:
    'CreateIdMappingWorkflow CreateIdNamespace CreateMatchingWorkflow StartIdMappingJob UpdateIdMappingWorkflow UpdateIdNamespace UpdateMatchingWorkflow',
  es: 'AssociatePackage CreateElasticsearchDomain UpdateElasticsearchDomainConfig',
  events: 'CreateEndpoint PutRule PutTargets UpdateEndpoint',
  finspace: 'CreateKxUser UpdateKxUser',
  firehose: 'CreateDeliveryStream UpdateDestination',
  fis: 'CreateExperimentTemplate UpdateExperimentTemplate',
  fms: 'PutNotificationChannel',
  forecast:
    'CreateAutoPredictor CreateDataset CreateDatasetImportJob CreateExplainabilityExport CreateForecastExportJob CreatePredictor CreatePredictorBacktestExportJob',
  frauddetector: 'CreateBatchImportJob CreateBatchPredictionJob CreateModelVersion PutExternalModel',
  gamelift: 'CreateBuild CreateContainerFleet CreateFleet CreateGameServerGroup CreateScript UpdateGameServerGroup UpdateScript',
  gameliftstreams: 'StartStreamSession',
  geo: 'StartJob',
  glue: 'CreateCatalog CreateColumnStatisticsTaskSettings CreateConnection CreateCrawler CreateDevEndpoint CreateIntegrationResourceProperty CreateJob CreateMLTransform CreateSession CreateTable CreateTableOptimizer GetJob GetJobs PutDataCatalogEncryptionSettings StartBlueprintRun StartColumnStatisticsTaskRun StartDataQualityRuleRecommendationRun StartDataQualityRulesetEvaluationRun TestConnection UpdateCatalog UpdateColumnStatisticsTaskSettings UpdateConnection UpdateCrawler UpdateIntegrationResourceProperty UpdateJob UpdateMLTransform UpdateTable UpdateTableOptimizer',
  grafana: 'CreateWorkspace UpdateWorkspace',
  greengrass: 'AssociateRoleToGroup AssociateServiceRoleToAccount CreateSoftwareUpdateJob StartBulkDeployment',
  groundstation: 'CreateConfig CreateDataflowEndpointGroup CreateMissionProfile UpdateConfig UpdateMissionProfile',
  guardduty:
    'CreateMalwareProtectionPlan UpdateMalwareProtectionPlan > malware-protection-plan.guardduty; StartMalwareScan > malware-protection.guardduty',
  'health-agent': 'CreateDomain',
  healthlake: 'StartDataTransformationJob StartFHIRExportJob StartFHIRImportJob',
  iam: 'AddRoleToInstanceProfile > ec2',
  imagebuilder:
    'CreateImage CreateImagePipeline CreateLifecyclePolicy DistributeImage ImportDiskImage StartResourceStateUpdate UpdateImagePipeline UpdateLifecyclePolicy; CreateDistributionConfiguration UpdateDistributionConfiguration > vmie; CreateInfrastructureConfiguration UpdateInfrastructureConfiguration > ec2',
  inspector: 'RegisterCrossAccountAccessRole',
  iot: 'CreateCommand CreateJob CreateJobTemplate CreateMitigationAction CreateOTAUpdate CreateProvisioningTemplate CreateRoleAlias CreateSecurityProfile CreateStream CreateTopicRule CreateTopicRuleDestination RegisterCACertificate ReplaceTopicRule SetLoggingOptions SetV2LoggingOptions StartThingRegistrationTask UpdateAccountAuditConfiguration UpdateCACertificate UpdateEncryptionConfiguration UpdateJob UpdateMitigationAction UpdatePackageConfiguration UpdateProvisioningTemplate UpdateRoleAlias UpdateSecurityProfile UpdateStream',
  iotdeviceadvisor: 'CreateSuiteDefinition GetEndpoint StartSuiteRun UpdateSuiteDefinition',
  iotfleetwise: 'CreateCampaign',
  iotmanagedintegrations: 'CreateDestination >',
  iotsitewise:
    'CreateAssetModelCompositeModel CreateBulkImportJob CreateDataset CreateGateway CreatePortal CreateTask PutStorageConfiguration UpdateAssetModelCompositeModel UpdateDataset UpdatePortal UpdateTask',
  iottwinmaker: 'CreateSyncJob CreateWorkspace UpdateWorkspace',
  iotwireless:
    'CreateDestination CreateFuotaTask CreateWirelessGatewayTaskDefinition StartWirelessDeviceImportTask UpdateDestination UpdateFuotaTask',
  kafka: 'CreateChannel CreateReplicator',
  kafkaconnect: 'CreateConnector',
  kendra:
    'BatchPutDocument CreateDataSource CreateExperience CreateFaq CreateIndex CreateQuerySuggestionsBlockList CreateThesaurus PutPrincipalMapping UpdateDataSource UpdateExperience UpdateIndex UpdateQuerySuggestionsBlockList UpdateThesaurus',
  kinesisanalytics:
    'AddApplicationCloudWatchLoggingOption AddApplicationInput AddApplicationOutput AddApplicationReferenceDataSource CreateApplication DiscoverInputSchema UpdateApplication',
  lambda:
    'AddEventSource CreateCapacityProvider CreateFunction CreateNetworkConnector UpdateFunctionConfiguration UpdateNetworkConnector; CreateMicrovmImage RunMicrovm UpdateMicrovmImage >',
  lex: 'CreateBot StartImport StartTestSetGeneration UpdateBot > lexv2',
  logs: 'CreateScheduledQuery PutAccountPolicy PutDestination PutSubscriptionFilter UpdateScheduledQuery; CreateImportTask > cloudtrail logs',
  lookoutequipment: 'CreateInferenceScheduler CreateModel ImportModelVersion StartDataIngestionJob UpdateInferenceScheduler UpdateModel',
  m2: 'CreateApplication',
  machinelearning: 'CreateDataSourceFromRedshift >',
  macie2: 'UpdateRevealConfiguration > reveal-samples.macie',
  mediaconnect:
    'AddFlowOutputs AddFlowSources AddFlowVpcInterfaces CreateFlow CreateRouterInput CreateRouterOutput GrantFlowEntitlements UpdateFlowEntitlement UpdateFlowOutput UpdateFlowSource UpdateRouterInput UpdateRouterOutput',
  mediaconvert: 'CreateJob',
  medialive: 'CreateChannel CreateCluster CreateInput UpdateChannel UpdateInput UpdateInputDevice',
  mediapackage: 'CreateHarvestJob CreateOriginEndpoint UpdateOriginEndpoint',
  'mediapackage-vod': 'CreateAsset CreatePackagingConfiguration CreatePackagingGroup UpdatePackagingGroup',
  mediapackagev2: 'CreateOriginEndpoint PutOriginEndpointPolicy UpdateOriginEndpoint',
  mediastore: 'StartAccessLogging',
  'medical-imaging': 'StartDICOMImportJob',
  mobiletargeting:
    'CreateExportJob CreateImportJob CreateJourney CreateRecommenderConfiguration PutEventStream UpdateEmailChannel UpdateJourney UpdateRecommenderConfiguration',
  mq: 'CreateBroker UpdateBroker',
  'neptune-graph': 'CreateGraphUsingImportTask StartExportTask StartImportTask',
  observabilityadmin:
    'CreateTelemetryPipeline UpdateTelemetryPipeline > logs telemetry-pipelines.observabilityadmin; CreateS3TableIntegration > logs test.logs',
  odb: 'AssociateIamRoleToResource CreateAutonomousDatabaseWallet UpdateAutonomousDatabase',
  omics:
    'CreateConfiguration StartAnnotationImportJob StartReadSetExportJob StartReadSetImportJob StartReferenceImportJob StartRun StartRunBatch StartVariantImportJob',
  opensearch:
    'AddDataSource AddDirectQueryDataSource UpdateDataSource UpdateDirectQueryDataSource > directquery.opensearchservice; CreateDomain UpdateDomainConfig > es; CreateApplication >',
  osis: 'CreatePipeline UpdatePipeline ValidatePipeline > osis-pipelines',
  partnercentral: 'PutSellingSystemSettings > resource-snapshot-job.partnercentral-selling',
  pcs: 'CreateComputeNodeGroup UpdateComputeNodeGroup > ec2',
  personalize:
    'CreateBatchInferenceJob CreateBatchSegmentJob CreateDataDeletionJob CreateDatasetExportJob CreateDatasetGroup CreateDatasetImportJob CreateMetricAttribution UpdateMetricAttribution',
  pipes: 'CreatePipe UpdatePipe',
  profile: 'CreateIntegrationWorkflow CreateSegmentSnapshot',
  proton: 'CreateEnvironment CreateEnvironmentAccountConnection UpdateAccountSettings UpdateEnvironment UpdateEnvironmentAccountConnection',
  qbusiness:
    'BatchPutDocument CreateApplication CreateDataSource CreatePlugin CreateRetriever CreateWebExperience PutGroup UpdateApplication UpdateDataSource UpdatePlugin UpdateRetriever UpdateWebExperience',
  quicksight:
    'CreateActionConnector CreateDataSource CreateVPCConnection DeleteVPCConnection UpdateActionConnector UpdateDataSource UpdateVPCConnection',
  rds: 'AddRoleToDBCluster AddRoleToDBInstance CreateDBCluster CreateDBInstance CreateDBInstanceReadReplica ModifyDBCluster ModifyDBInstance RestoreDBClusterFromS3 RestoreDBInstanceFromDBSnapshot RestoreDBInstanceToPointInTime > rds-preview rds; CreateBlueGreenDeployment CreateDBProxy ModifyDBProxy ModifyOptionGroup RemoveRoleFromDBCluster RemoveRoleFromDBInstance RestoreDBClusterFromSnapshot RestoreDBClusterToPointInTime RestoreDBInstanceFromS3 StartExportTask',
  redshift:
    'CreateCluster CreateScheduledAction ModifyClusterIamRoles ModifyLakehouseConfiguration ModifyScheduledAction RestoreFromClusterSnapshot',
  'redshift-serverless': 'CreateNamespace CreateScheduledAction UpdateLakehouseConfiguration UpdateNamespace UpdateScheduledAction',
  rekognition:
    'CreateStreamProcessor StartCelebrityRecognition StartContentModeration StartFaceDetection StartFaceSearch StartLabelDetection StartPersonTracking StartSegmentDetection StartTextDetection',
  repostspace: 'CreateSpace UpdateSpace',
  resiliencehub: 'CreateApp CreateService UpdateApp UpdateService',
  'resource-groups': 'StartTagSyncTask',
  rolesanywhere: 'CreateProfile EnableProfile UpdateProfile',
  rum: 'PutRumMetricsDestination',
  s3: 'CreateAccessGrantsLocation >; PutBucketReplication',
  s3files: 'CreateFileSystem > elasticfilesystem',
  s3tables: 'PutTableBucketReplication PutTableReplication > replication.s3tables',
  sagemaker:
    'CreateAIBenchmarkJob CreateAIRecommendationJob CreateAlgorithm CreateAutoMLJob CreateAutoMLJobV2 CreateCluster CreateCompilationJob CreateDataQualityJobDefinition CreateDomain CreateEndpointConfig CreateFeatureGroup CreateFlowDefinition CreateHyperParameterTuningJob CreateImage CreateInferenceExperiment CreateInferenceRecommendationsJob CreateLabelingJob CreateMlflowApp CreateMlflowTrackingServer CreateModel CreateModelBiasJobDefinition CreateModelExplainabilityJobDefinition CreateModelPackage CreateModelQualityJobDefinition CreateMonitoringSchedule CreateNotebookInstance CreateOptimizationJob CreatePartnerApp CreatePipeline CreateProcessingJob CreateProject CreateTrainingJob CreateUserProfile ImportHubContent RenderUiTemplate UpdateCluster UpdateDomain UpdateImage UpdateMonitoringSchedule UpdateNotebookInstance UpdatePipeline UpdateUserProfile; CreateJob > job.sagemaker sagemaker',
  'sagemaker-geospatial': 'ExportEarthObservationJob ExportVectorEnrichmentJob GetTile StartEarthObservationJob StartVectorEnrichmentJob',
  scheduler: 'CreateSchedule UpdateSchedule',
  secretsmanager: 'RotateSecret',
  securityagent: 'CreateAgentSpace CreateApplication UpdateAgentSpace UpdateApplication',
  securitylake:
    'CreateSubscriberNotification UpdateSubscriberNotification > events; CreateCustomLogSource > glue; CreateDataLake > lambda s3; UpdateDataLake > s3',
  servicecatalog: 'CreateConstraint CreateServiceAction UpdateConstraint UpdateServiceAction',
  ses: 'CreateConfigurationSetEventDestination CreateReceiptRule CreateRuleSet UpdateConfigurationSetEventDestination UpdateReceiptRule UpdateRuleSet',
  shield: 'AssociateDRTRole > drt.shield',
  'sms-voice':
    'CreateConfigurationSetEventDestination CreateEventDestination UpdateEventDestination UpdatePhoneNumber UpdatePool UpdateRcsAgent',
  snowball: 'CreateCluster CreateJob UpdateCluster UpdateJob > importexport',
  sns: 'CreatePlatformApplication CreateTopic SetPlatformApplicationAttributes SetSMSAttributes SetSubscriptionAttributes SetTopicAttributes Subscribe',
  'social-messaging': 'AssociateWhatsAppBusinessAccount PutWhatsAppBusinessAccountEventDestinations',
  ssm: 'CreateActivation CreateAssociation CreateAssociationBatch CreateCloudConnector DescribeAutomationStepExecutions GetAutomationExecution RegisterTaskWithMaintenanceWindow SendCommand StartAutomationExecution StartChangeRequestExecution UpdateAssociation UpdateMaintenanceWindowTask UpdateManagedInstanceRole UpdateServiceSetting; CreateDocument UpdateDocument > justintimeaccess.ssm ssm',
  'ssm-incidents': 'CreateResponsePlan UpdateResponsePlan',
  'ssm-quicksetup':
    'CreateConfigurationManager DeleteConfigurationManager TagResource UntagResource UpdateConfigurationDefinition > cloudformation ssm-quicksetup; UpdateServiceSettings',
  states: 'CreateStateMachine TestState UpdateStateMachine',
  storagegateway: 'CreateNFSFileShare CreateSMBFileShare StartCacheReport >',
  supportapp: 'CreateSlackChannelConfiguration UpdateSlackChannelConfiguration',
  swf: 'RegisterWorkflowType RespondDecisionTaskCompleted StartWorkflowExecution',
  synthetics: 'CreateCanary StartCanaryDryRun UpdateCanary',
  textract: 'StartDocumentAnalysis StartDocumentTextDetection StartExpenseAnalysis StartLendingAnalysis',
  timestream: 'CreateScheduledQuery UpdateAccountSettings >',
  transcribe:
    'CreateLanguageModel CreateVocabulary CreateVocabularyFilter StartCallAnalyticsJob StartMedicalScribeJob StartTranscriptionJob UpdateVocabulary UpdateVocabularyFilter',
  transfer:
    'CreateAccess CreateAgreement CreateConnector CreateServer CreateUser CreateWebApp UpdateAccess UpdateAgreement UpdateConnector UpdateServer UpdateUser UpdateWebApp',
  translate: 'StartTextTranslationJob',
  voiceid: 'StartFraudsterRegistrationJob StartSpeakerEnrollmentJob',
  wellarchitected: 'CreateAgentProfile UpdateAgentProfile',
  wisdom: 'CreateAssistantAssociation',
  workmail: 'PutEmailMonitoringConfiguration > events.workmail; StartMailboxExportJob',
  workspaces: 'ModifyWorkspaceCreationProperties',
}
